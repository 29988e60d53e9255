package com.sentori.lambda.bucket;

/**
 * An object that is being uploaded in parts; nobody sees it before it is complete.
 *
 * @param key what it will be called
 * @param id by which S3 knows the upload
 */
public record Upload(String key, String id) {}
