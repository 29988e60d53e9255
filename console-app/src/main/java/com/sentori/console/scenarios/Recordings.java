package com.sentori.console.scenarios;

import com.sentori.console.simulator.Recording;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The columns of CSV files that scenarios replay, kept by the hash of their values: a run goes on with what it began with, whatever
 * becomes of the CSV file. A file is read as a stream, once.
 */
public final class Recordings {
    private static final String COMMA = ",";

    private final Path folder;

    /** Kept in a folder. */
    public Recordings(Path folder) {
        this.folder = folder;
    }

    /** The one of a hash. */
    Recording kept(String hash) throws ScenarioException {
        try {
            return Column.open(file(hash), hash);
        } catch (IOException e) {
            throw new ScenarioException(new ScenarioFault.NotKept(hash.substring(0, 12), folder.toString()));
        }
    }

    /**
     * Reads a column.
     *
     * @param column its name, as in the first line
     */
    Column read(Path csv, String column) throws ScenarioException {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "recording", ".tmp");
            try {
                String hash = copy(csv, column, draft);
                Files.move(draft, file(hash), StandardCopyOption.REPLACE_EXISTING);
                return Column.open(file(hash), hash);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (NoSuchFileException e) {
            throw new ScenarioException(new ScenarioFault.NoRecording(csv.toString()));
        } catch (IOException e) {
            throw new ScenarioException(
                    new ScenarioFault.Unreadable(csv.toString(), String.valueOf(e.getMessage())));
        }
    }

    private static String copy(Path csv, String column, Path target) throws IOException, ScenarioException {
        MessageDigest sha256 = sha256();
        try (BufferedReader lines = Files.newBufferedReader(csv);
                DataOutputStream out = new DataOutputStream(
                        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(target)), sha256))) {
            String head = lines.readLine();
            List<String> names = head == null ? List.of() : cells(head.replace("\ufeff", ""));
            int place = names.indexOf(column);
            if (place < 0) {
                throw new ScenarioException(new ScenarioFault.NoColumn(csv.toString(), column, names));
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.writeDouble(value(csv, number, cells(line), place));
                }
            }
            if (out.size() == 0) {
                throw new ScenarioException(new ScenarioFault.NoRows(csv.toString()));
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static double value(Path csv, int line, List<String> cells, int place) throws ScenarioException {
        try {
            double value = place < cells.size() ? Double.parseDouble(cells.get(place)) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ScenarioException(new ScenarioFault.NoNumber(csv.toString(), line, place + 1));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(COMMA, -1))
                .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
    }

    private Path file(String hash) {
        return folder.resolve(hash + ".f64");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
