// A dashboard by Grafana's published types, each panel with the options and the queries of its kind.
import type { DataQuery, Dashboard, FieldConfig, Panel, RowPanel } from '@grafana/schema';
import type * as bargauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as logs from '@grafana/schema/dist/esm/raw/composable/logs/panelcfg/x/LogsPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { CloudWatchLogsQuery, CloudWatchMetricsQuery } from '@grafana/schema/dist/esm/raw/composable/cloudwatch/dataquery/x/CloudWatchDataQuery_types.gen';

// JSON has the values of enumerations, not their names.
type Plain<T> = T extends string
  ? `${T}`
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

// The types of Prometheus' queries are not in the package; these are the members that its data source reads.
interface PrometheusQuery extends DataQuery {
  editorMode: 'code' | 'builder';
  expr: string;
  format: 'time_series' | 'table' | 'heatmap';
  instant: boolean;
  legendFormat: string;
  range: boolean;
}

type Source<Type extends string> = { type: Type; uid: `sentori-${Type}` };
// Of each kind of query by itself.
type Query<Type extends string, Q> = Q extends unknown ? Plain<Omit<Q, 'datasource'>> & { datasource: Source<Type> } : never;

type Drawn<Kind extends string, Options, Custom, Type extends string, Q> = Plain<
  Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets' | 'datasource'>
> & {
  type: Kind;
  title: string;
  datasource: Source<Type>;
  options: Plain<Options>;
  fieldConfig: {
    defaults: Plain<Omit<FieldConfig, 'custom'>> & { custom?: Plain<Custom> };
    overrides: Plain<NonNullable<Panel['fieldConfig']>['overrides']>;
  };
  targets: Query<Type, Q>[];
};

type Any<Type extends string, Q> =
  | Plain<RowPanel>
  | Drawn<'timeseries', timeseries.Options, timeseries.FieldConfig, Type, Q>
  | Drawn<'stat', stat.Options, never, Type, Q>
  | Drawn<'gauge', gauge.Options, never, Type, Q>
  | Drawn<'bargauge', bargauge.Options, never, Type, Q>
  | Drawn<'logs', logs.Options, never, Type, Q>
  | Drawn<'table', table.Options, table.FieldConfig, Type, Q>;

type Board<Type extends string, Q> = Plain<Omit<Dashboard, 'panels'>> & {
  uid: string;
  title: string;
  panels: Any<Type, Q>[];
};

export type prometheus = Board<'prometheus', PrometheusQuery>;
export type cloudwatch = Board<'cloudwatch', CloudWatchMetricsQuery | CloudWatchLogsQuery>;
