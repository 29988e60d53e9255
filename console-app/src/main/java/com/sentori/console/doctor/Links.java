package com.sentori.console.doctor;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Certificates;
import com.sentori.console.backends.Network;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies between the console and the backends: proxies, and the certificates that are trusted. */
record Links(Network network, List<BackendProfile> backends, Clock clock) implements Check {
    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (BackendProfile backend : backends) {
            Proxy proxy = network.proxies().select(backend.url()).getFirst();
            found.add(Finding.ok("proxy for " + backend.name(), proxy.address() instanceof InetSocketAddress at
                    ? "it is reached by " + at.getHostString() + ":" + at.getPort()
                    : "it is reached without one"));
        }
        found.add(certificates());
        return found;
    }

    private Finding certificates() {
        String fault = network.fault();
        if (fault != null) {
            return Finding.problem("certificates", fault, "Until then only those are trusted that Java trusts.");
        }
        Certificates own = network.certificates();
        if (own == null) {
            return Finding.ok("certificates", "those that Java trusts; name others by " + Network.VARIABLE);
        }
        Instant now = clock.instant();
        Optional<X509Certificate> expired = own.certificates()
                .stream()
                .filter(each -> each.getNotAfter().toInstant().isBefore(now))
                .findFirst();
        return expired
                .map(each -> Finding.problem("certificates", own.file() + " holds one that has expired: "
                        + each.getSubjectX500Principal(), "Get the new one of your company."))
                .orElseGet(() -> Finding.ok("certificates",
                        own.certificates().size() + " of " + own.file() + " beside those that Java trusts"));
    }
}
