#!/usr/bin/env bash
# Makes the AOT cache of the functions: aot-cache.sh ARCHIVE FOLDER
# FOLDER then holds lib/ and sentori.aot, and the line says with which options a JVM has to be started. A cache fits the JVM
# that made it and the very paths of the jars: run this with the JVM and at the place of the later start (in the image's build).
set -euo pipefail
archive=${1:?the archive, server-lambda/target/server-lambda-*-lambda.zip}
folder=${2:?the folder where the functions will lie, as /var/task}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mkdir -p "$folder"
(cd "$folder" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --extract --file "$(cd - >/dev/null && realpath "$archive")")
class_path=$(printf '%s\n' "$folder"/lib/*.jar | LC_ALL=C sort | paste -sd: -)
# The functions as they will run, with a store that nobody answers at.
env -u JAVA_TOOL_OPTIONS SENTORI_AUTH_MODE=open AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none \
    AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:1 SENTORI_REPORTS_BUCKET=none AWS_ENDPOINT_URL_S3=http://127.0.0.1:1 \
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput="$folder/sentori.aot" -cp "$class_path" \
    com.sentori.lambda.functions.Training >&2
echo "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTCache=$folder/sentori.aot -cp $class_path"
