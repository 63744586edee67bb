import { type CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CLOCK_METRICS, METRIC_DIMENSION, METRIC_NAMESPACE } from "../../domain/retention/clock-metrics.ts";
import type { Metrics } from "../../operations/ports.ts";

/** Returns the metrics of one service, all of a tick in one call. */
export function cloudwatchMetrics(cloudwatch: CloudWatchClient, service: string): Metrics {
  return {
    async put(values) {
      const Dimensions = [{ Name: METRIC_DIMENSION, Value: service }];
      const MetricData = Object.entries(CLOCK_METRICS).flatMap(([MetricName, { unit }]) => {
        const Value = Object.entries(values).find(([name]) => name === MetricName)?.[1];
        return Value === undefined ? [] : [{ MetricName, Value, Unit: unit, Dimensions }];
      });
      if (MetricData.length === 0) return;
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: METRIC_NAMESPACE, MetricData }));
    },
  };
}
