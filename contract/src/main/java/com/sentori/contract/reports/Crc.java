package com.sentori.contract.reports;

/** The CRC-32 of ZIP, which can be gone on with from a value alone; that of the JDK cannot. */
final class Crc {
    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int[] TABLE = table();

    private Crc() {}

    /**
     * The CRC of more bytes.
     *
     * @param crc of those before; 0 of none
     */
    static int goOn(int crc, byte[] bytes) {
        int state = ~crc;
        for (byte one : bytes) {
            state = state >>> 8 ^ TABLE[(state ^ one) & 0xFF];
        }
        return ~state;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            table[i] = value;
        }
        return table;
    }
}
