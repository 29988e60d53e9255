package com.sentori.contract.reports;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.runs.Run;
import java.util.List;

/**
 * Archives that are written while they are read, of whatever length.
 *
 * @param report makes them
 */
public record StreamedDelivery(Report report) implements ReportRoutes.Delivery {
    @Override
    public ApiResponse named(List<Run> runs) {
        return ReportRoutes.named(ApiResponse.streamed("application/zip", out -> report.write(runs, out)));
    }

    @Override
    public Archive newest(List<Run> runs) {
        return new Archive(named(runs), runs.size());
    }
}
