package com.sentori.sandbox;

/** The ports that the operator chose; 0 for a free one. */
record WantedPorts(int ecs, int serverless, int cloudWatch, int issuer, int prometheus) {}
