package com.sentori.sandbox.issuer;

import com.sentori.contract.auth.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person sees who signs in: a form that asks for a name and a role, and what came of it. */
final class SignInPage {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Sentori sandbox: sign in</title>
            <style>
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 26rem; margin: 12vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.4rem; } label { display: block; margin: 1rem 0 .25rem; }
            input, select, button { font: inherit; width: 100%%; padding: .5rem; box-sizing: border-box; }
            button { margin-top: 1.5rem; background: #0550ae; color: #fff; border: 0; border-radius: .3rem; }
            </style></head><body><h1>%s</h1>%s</body></html>
            """;

    private SignInPage() {}

    /**
     * The form.
     *
     * @param address that takes it
     * @param kept what goes along unseen
     * @param code that the console shows, as far as it is known
     * @param device whether the code is asked for
     */
    static String form(String address, Map<String, String> kept, String code, boolean device) {
        String hidden = kept.entrySet()
                .stream()
                .map(entry -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(text(entry.getKey()),
                        text(entry.getValue())))
                .collect(Collectors.joining());
        String asked = device
                ? "<label for=\"user_code\">Code that the console shows</label><input id=\"user_code\" name=\"user_code\" required value=\"%s\">"
                        .formatted(text(code))
                : "";
        String roles = Arrays.stream(Role.values())
                .map(role -> "<option%s>%s</option>".formatted(role == Role.OPERATOR ? " selected" : "",
                        role.wireName()))
                .collect(Collectors.joining());
        return FRAME.formatted("Sign in to the sandbox",
                """
                        <p>This sandbox believes whoever sits at this machine.</p>
                        <form method="post" action="%s">%s%s
                        <label for="user">Name</label><input id="user" name="user" required value="operator">
                        <label for="role">Role</label><select id="role" name="role">%s</select>
                        <button>Sign in</button></form>
                        """
                        .formatted(address, hidden, asked, roles));
    }

    /** A sentence. */
    static String said(String title, String sentence) {
        return FRAME.formatted(text(title), "<p>" + text(sentence) + "</p>");
    }

    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
