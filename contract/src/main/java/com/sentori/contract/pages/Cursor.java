package com.sentori.contract.pages;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * A place in the answer to one query, as an opaque text: a checksum over query and position, then the
 * position. The same place has the same text, and the text holds nothing that a restart would forget.
 *
 * <p>
 * The checksum finds damage and use with another query; it is no secret, and a position gives no access
 * that the query would not give.
 */
public final class Cursor {
    private Cursor() {}

    /** Writes the position for this query. */
    public static String write(String query, String position) {
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + place.length);
        buffer.putInt(checksum(query, place)).put(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /**
     * Reads back the position.
     *
     * @throws ContractException CURSOR_INVALID if the text is damaged or of another query
     */
    public static String read(String query, String cursor) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (buffer.remaining() >= Integer.BYTES) {
                int expected = buffer.getInt();
                byte[] place = new byte[buffer.remaining()];
                buffer.get(place);
                String position = new String(place, StandardCharsets.UTF_8);
                // Written again: one place has one text, so a text with stray bits is damaged.
                if (expected == checksum(query, place) && write(query, position).equals(cursor)) {
                    return position;
                }
            }
        } catch (IllegalArgumentException e) {
            // no base64: said below
        }
        throw ContractException.of(ErrorCode.CURSOR_INVALID,
                "The cursor is damaged or belongs to another query; begin again without it.");
    }

    private static int checksum(String query, byte[] place) {
        CRC32C crc = new CRC32C();
        crc.update(query.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
        crc.update(place);
        return (int) crc.getValue();
    }
}
