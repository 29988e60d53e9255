package com.sentori.lambda.reports;

import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.bucket.Upload;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Uploads what is written to it in parts of one size, so that whoever writes the same bytes uploads the same parts. It can be
 * put down and taken up by another process. Not thread-safe.
 */
final class Parts extends OutputStream {
    /** The least that S3 takes. */
    static final int SIZE = 5 * 1024 * 1024;

    private final Bucket bucket;
    private final Upload upload;
    private final List<String> tags = new ArrayList<>();
    private final byte[] part = new byte[SIZE];
    private int filled;

    Parts(Bucket bucket, Upload upload) {
        this.bucket = bucket;
        this.upload = upload;
    }

    static Parts restore(DataInput from, Bucket bucket) throws IOException {
        Parts parts = new Parts(bucket, new Upload(from.readUTF(), from.readUTF()));
        int count = from.readInt();
        for (int i = 0; i < count; i++) {
            parts.tags.add(from.readUTF());
        }
        parts.filled = from.readInt();
        from.readFully(parts.part, 0, parts.filled);
        return parts;
    }

    void save(DataOutput to) throws IOException {
        to.writeUTF(upload.key());
        to.writeUTF(upload.id());
        to.writeInt(tags.size());
        for (String tag : tags) {
            to.writeUTF(tag);
        }
        to.writeInt(filled);
        to.write(part, 0, filled);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int some = Math.min(length - done, SIZE - filled);
            System.arraycopy(bytes, from + done, part, filled, some);
            filled += some;
            done += some;
            if (filled == SIZE) {
                upload();
            }
        }
    }

    /** Uploads what is left and makes the object of all; false if the upload is gone. */
    boolean complete() throws IOException {
        if (filled > 0) {
            upload();
        }
        return bucket.complete(upload, tags);
    }

    private void upload() throws IOException {
        tags.add(bucket.putPart(upload, tags.size() + 1, Arrays.copyOf(part, filled)).orElseThrow(Gone::new));
        filled = 0;
    }

    /** The upload was ended by another one, or has expired. */
    static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
