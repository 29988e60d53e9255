package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.LimitModel.Fault;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitModelTest {
    private final ObservableList<Threshold> thresholds = FXCollections.observableArrayList();
    private final LimitModel form = form(Locale.ENGLISH);

    @Test
    void makes_a_line_of_one_limit_and_a_band_of_limits_on_both_sides() {
        form.nameProperty().set("boiler");
        form.warnAboveProperty().set("24.5");
        assertThat(form.keep()).isTrue();
        assertThat(thresholds).singleElement().satisfies(line -> {
            assertThat(line.side()).isEqualTo(Side.ABOVE);
            assertThat(line.warn()).isEqualTo(24.5);
            assertThat(line.unit()).isEqualTo("temperature");
        });
        form.edit(thresholds.getFirst());
        form.criticalBelowProperty().set("-5");
        form.hysteresisProperty().set("0.5");
        assertThat(form.keep()).isTrue();
        assertThat(thresholds).extracting(Threshold::side).containsExactly(Side.BELOW, Side.ABOVE);
        assertThat(thresholds).extracting(Threshold::hysteresis).containsOnly(0.5);
    }

    @Test
    void edits_one_and_leaves_the_others_where_they_are() {
        thresholds.setAll(new Threshold("a", "a", "temperature", Side.ABOVE, 1.0, null, 0),
                new Threshold("b", "b", "humidity", Side.ABOVE, 2.0, null, 0),
                new Threshold("c", "c", "temperature", Side.ABOVE, 3.0, null, 0));
        assertThat(form.units()).containsExactly("temperature", "pressure", "humidity");
        form.edit(thresholds.get(1));
        form.warnAboveProperty().set("2.5");
        assertThat(form.keep()).isTrue();
        assertThat(thresholds).extracting(Threshold::name).containsExactly("a", "b", "c");
        assertThat(thresholds.get(1).warn()).isEqualTo(2.5);
        form.remove();
        assertThat(thresholds).extracting(Threshold::name).containsExactly("a", "c");
        assertThat(form.editedProperty().get()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name,  critical below, warn below, warn above, critical above, hysteresis, fault
              '',    '',             '',         24,         '',             0,          NAME
              a,     '',             '',         warm,       '',             0,          NUMBER
              a,     '',             '',         '1,5',      '',             0,          NUMBER
              a,     '',             '',         1e999,      '',             0,          NUMBER
              a,     '',             '',         24,         '',             -1,         HYSTERESIS
              a,     '',             '',         24,         '',             little,     HYSTERESIS
              a,     '',             '',         '',         '',             0,          NONE
              a,     '',             '',         24,         23,             0,          ORDER
              a,     19,             18,         '',         '',             0,          ORDER
              a,     '',             25,         24,         '',             0,          CROSSED
              a,     10,             '',         '',         5,              0,          CROSSED
            """)
    void says_what_is_wrong_and_keeps_nothing(String name, String lowest, String low, String high, String highest,
            String hysteresis, Fault fault) {
        fill(form, name, lowest, low, high, highest, hysteresis);
        assertThat(form.keep()).isFalse();
        assertThat(form.faultProperty().get()).isEqualTo(fault);
        assertThat(thresholds).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, '1,234.5', 1234.5", "fr, '21,5', 21.5", "fr, '1 234,5', 1234.5", "fr, 21.5, 21.5",
            "en, -.5, -0.5"})
    void reads_numbers_as_the_language_writes_them(String language, String typed, double value) {
        LimitModel here = form(Locale.of(language));
        here.warnAboveProperty().set(typed);
        assertThat(here.keep()).as("%s", here.faultProperty().get()).isTrue();
        assertThat(thresholds.getFirst().warn()).isEqualTo(value);
    }

    @Test
    void writes_numbers_so_that_it_reads_them_again() {
        thresholds.setAll(new Threshold("a", "a", "temperature", Side.ABOVE, 1234.5, null, 0.25));
        LimitModel french = form(Locale.FRENCH);
        french.edit(thresholds.getFirst());
        assertThat(french.warnAboveProperty().get()).isEqualTo("1234,5");
        assertThat(french.keep()).isTrue();
        assertThat(thresholds.getFirst().warn()).isEqualTo(1234.5);
    }

    @Test
    void takes_no_more_than_can_be_told_apart() {
        for (int i = 0; i < LimitModel.MOST; i++) {
            thresholds.add(new Threshold("t" + i, "t", "temperature", Side.ABOVE, (double) i, null, 0));
        }
        form.warnAboveProperty().set("1");
        assertThat(form.keep()).isFalse();
        assertThat(form.faultProperty().get()).isEqualTo(Fault.MANY);
    }

    private LimitModel form(Locale locale) {
        return new LimitModel(thresholds, List.of("temperature", "pressure"), locale);
    }

    private static void fill(LimitModel form, @Nullable String name, String lowest, String low, String high,
            String highest, String hysteresis) {
        form.nameProperty().set(name == null ? "" : name);
        form.criticalBelowProperty().set(lowest);
        form.warnBelowProperty().set(low);
        form.warnAboveProperty().set(high);
        form.criticalAboveProperty().set(highest);
        form.hysteresisProperty().set(hysteresis);
    }
}
