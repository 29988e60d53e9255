package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.sentori.lambda.functions.Functions.Function;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    @Test
    void names_handlers_that_lambda_can_make() throws ReflectiveOperationException {
        for (Function function : Functions.defined().functions()) {
            Class<?> handler = Class.forName(function.handler());
            assertThat(handler).isAssignableTo(RequestHandler.class).isPublic();
            assertThat(handler.getConstructor().getParameterCount()).isZero();
        }
    }

    @Test
    void lets_one_function_answer_at_each_path_and_one_be_scheduled() {
        assertThat(Functions.defined().functions()).flatExtracting(Function::paths)
                .doesNotHaveDuplicates()
                .contains("/", "/{proxy+}");
        assertThat(Functions.defined().functions()).filteredOn(Function::scheduled)
                .extracting(Function::handler)
                .containsExactly(RunApiFunction.class.getName());
    }
}
