package com.sentori.lambda.functions;

/** The log of a function: what Lambda takes from the standard output, line by line. */
final class Lines {
    private Lines() {}

    static void print(String line) {
        System.out.println(line);
    }
}
