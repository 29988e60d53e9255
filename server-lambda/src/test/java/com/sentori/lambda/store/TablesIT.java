package com.sentori.lambda.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TablesIT {
    @Test
    void creates_the_tables_as_defined_and_leaves_those_that_are_there() {
        try (LocalDynamo local = LocalDynamo.inMemory()) {
            Tables.defined().createMissing(local.client(), TableNames.STANDARD);
            assertThat(local.client().listTables().tableNames()).containsExactly("Runs", "SensorData");
            for (Tables.Table defined : Tables.defined().tables()) {
                TableDescription table = local.client().describeTable(t -> t.tableName(defined.name())).table();
                assertThat(table.keySchema()).extracting(KeySchemaElement::attributeName)
                        .containsExactly(defined.partitionKey(), defined.sortKey());
                assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
                assertThat(local.client()
                        .describeTimeToLive(t -> t.tableName(defined.name()))
                        .timeToLiveDescription()
                        .attributeName()).isEqualTo(defined.timeToLive());
            }
        }
    }
}
