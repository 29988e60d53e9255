"""Puts, lists and reads metrics through boto3: client.py ENDPOINT PROTOCOL, the results as JSON on stdout.

PROTOCOL is one that botocore's model of CloudWatch names, or "default" for what boto3 takes by itself.
"""
import datetime
import json
import sys

try:
    import boto3
    import botocore.exceptions
    import botocore.model
except ImportError as missing:
    sys.exit(f"ABSENT {missing.name}")

endpoint, protocol = sys.argv[1:]
if protocol != "default":
    botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = (protocol,)
client = boto3.client(
    "cloudwatch",
    endpoint_url=endpoint,
    region_name="local",
    aws_access_key_id="sandbox",
    aws_secret_access_key="sandbox",
)
if protocol not in ("default", client.meta.service_model.resolved_protocol):
    sys.exit(f"ABSENT {protocol}")

namespace = f"Boto/{protocol}"
hour = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)
start = hour - datetime.timedelta(hours=2)
dimensions = [{"Name": "SensorId", "Value": "sensor-1 <&> ü"}, {"Name": "User", "Value": "alice"}]


def datum(second, **values):
    time = start + datetime.timedelta(seconds=second)
    return {"MetricName": "Reading", "Dimensions": dimensions, "Timestamp": time, "Unit": "Count", **values}


client.put_metric_data(
    Namespace=namespace,
    MetricData=[
        datum(0, Value=1.5),
        datum(30, Values=[2.5, 4.0], Counts=[1, 2]),
        datum(120, StatisticValues={"SampleCount": 4, "Sum": 20, "Minimum": 2, "Maximum": 8}),
        datum(240, Value=7, StorageResolution=1),
    ],
)
# Large enough for boto3 to compress it.
client.put_metric_data(
    Namespace=namespace,
    MetricData=[{"MetricName": "Many", "Dimensions": [{"Name": "N", "Value": str(n)}], "Value": n} for n in range(600)],
)
many = [one for page in client.get_paginator("list_metrics").paginate(Namespace=namespace, MetricName="Many")
        for one in page["Metrics"]]

metric = {"Namespace": namespace, "MetricName": "Reading", "Dimensions": dimensions}
data = client.get_metric_data(
    StartTime=start,
    EndTime=hour,
    ScanBy="TimestampAscending",
    MetricDataQueries=[
        {"Id": "sum", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "Sum"}},
        {"Id": "p50", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "p50"}, "ReturnData": False},
        {"Id": "double", "Expression": "sum * 2", "Label": "twice"},
    ],
)
statistics = client.get_metric_statistics(
    **metric, StartTime=start, EndTime=hour, Period=3600, Statistics=["Maximum", "SampleCount"], ExtendedStatistics=["p100"],
    Unit="Count",
)
metrics = client.list_metrics(Namespace=namespace, Dimensions=[{"Name": "User", "Value": "alice"}])["Metrics"]
try:
    client.get_metric_data(StartTime=start, EndTime=hour, MetricDataQueries=[{"Id": "e", "Expression": "nothing("}])
    refused = None
except botocore.exceptions.ClientError as fault:
    refused = fault.response["Error"]
try:
    client.put_metric_data(Namespace=namespace, MetricData=[datum(-15 * 86400, Value=1)])
    late = None
except client.exceptions.InvalidParameterValueException as fault:
    late = fault.response["Error"]["Code"]

json.dump(
    {
        "protocol": client.meta.service_model.resolved_protocol,
        "results": [
            {
                "id": one["Id"],
                "label": one["Label"],
                "seconds": [(time - start).total_seconds() for time in one["Timestamps"]],
                "values": one["Values"],
                "status": one["StatusCode"],
            }
            for one in data["MetricDataResults"]
        ],
        "statistics": [
            {name: value for name, value in point.items() if name != "Timestamp"} for point in statistics["Datapoints"]
        ],
        "metrics": metrics,
        "many": len(many),
        "refused": refused,
        "late": late,
    },
    sys.stdout,
)
