//! Evaluates CloudWatch alarms on one event: whether it raises the alarm, and whether the alarm was off before.
//!
//! Source: "Using Amazon CloudWatch alarms" and "Configuring how CloudWatch alarms treat missing data" of the
//! CloudWatch user guide. An alarm acts only when its state changes, so one that is always raised sends nothing.

use super::Truth;
use crate::base::json::Json;

/// Whether one event that matches a metric filter raises an alarm on its metric after a time without events.
///
/// `transformation` is one of the filter's `metricTransformations`, `alarm` one of `MetricAlarms`.
#[must_use]
pub fn raised_by_one(transformation: &Json, alarm: &Json) -> Truth {
    if !is_on_metric(transformation, alarm) {
        return Truth::No;
    }
    // Metric math, anomaly detection bands and percentiles are not evaluated.
    let is_plain = !alarm.words("MetricName").is_empty() && alarm.get("ThresholdMetricId").is_none();
    let (Some(value), Some(threshold)) = (number(transformation, "metricValue"), alarm.number("Threshold")) else {
        return Truth::Unclear;
    };
    if !is_plain {
        return Truth::Unclear;
    }
    let default_value = number(transformation, "defaultValue");
    let (with_event, without_event) = match alarm.words("Statistic") {
        "Sum" | "Maximum" => (value, default_value),
        // With a default value, the average depends on how many minutes have no event.
        "Average" | "Minimum" if default_value.is_none() => (value, None),
        "SampleCount" if default_value.is_none() => (1.0, None),
        _ => return Truth::Unclear,
    };
    let exceeds: fn(f64, f64) -> bool = match alarm.words("ComparisonOperator") {
        "GreaterThanOrEqualToThreshold" => |value, threshold| value >= threshold,
        "GreaterThanThreshold" => |value, threshold| value > threshold,
        "LessThanOrEqualToThreshold" | "LessThanThreshold" => return Truth::No,
        _ => return Truth::Unclear,
    };
    if !exceeds(with_event, threshold) || without_event.is_some_and(|value| exceeds(value, threshold)) {
        return Truth::No;
    }
    is_raised_by_one_datapoint(alarm, default_value.is_some())
}

fn is_on_metric(transformation: &Json, alarm: &Json) -> bool {
    let metrics = alarm.items("Metrics");
    let simple = || {
        metrics.iter().filter_map(|one| one.get("MetricStat")?.get("Metric")).any(|metric| {
            metric.words("MetricName") == transformation.words("metricName")
                && metric.words("Namespace") == transformation.words("metricNamespace")
        })
    };
    let is_same = alarm.words("MetricName") == transformation.words("metricName")
        && alarm.words("Namespace") == transformation.words("metricNamespace");
    let is_empty = |value: Option<&Json>| match value {
        Some(Json::List(items)) => items.is_empty(),
        Some(Json::Object(fields)) => fields.is_empty(),
        Some(Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_)) | None => true,
    };
    // A metric with dimensions is different from the one without.
    let has_same_dimensions = is_empty(alarm.get("Dimensions")) == is_empty(transformation.get("dimensions"));
    let unit = |unit: &str| if unit.is_empty() { "None".to_owned() } else { unit.to_owned() };
    let has_same_unit =
        alarm.words("Unit").is_empty() || unit(alarm.words("Unit")) == unit(transformation.words("unit"));
    (is_same && has_same_dimensions && has_same_unit) || simple()
}

fn is_raised_by_one_datapoint(alarm: &Json, has_default_value: bool) -> Truth {
    let periods = alarm.number("EvaluationPeriods").unwrap_or(1.0);
    let needed = alarm.number("DatapointsToAlarm").unwrap_or(periods);
    let missing = alarm.words("TreatMissingData");
    if needed > 1.0 {
        // One event is one datapoint.
        return if has_default_value || missing == "notBreaching" { Truth::No } else { Truth::Unclear };
    }
    match missing {
        "notBreaching" | "missing" | "" => Truth::Yes,
        "breaching" if !has_default_value => Truth::No,
        _ => Truth::Unclear,
    }
}

/// A number, or one in a text (`"1"`).
fn number(object: &Json, field: &str) -> Option<f64> {
    object.number(field).or_else(|| object.words(field).parse().ok())
}

#[cfg(test)]
mod tests {
    use super::raised_by_one;
    use crate::base::json::{Json, put};
    use crate::evidence::trial::Truth;

    /// Evaluates the alarm that CIS requires, with one field changed.
    fn raised(field: &str, value: &str) -> Truth {
        let transformation =
            Json::parse(r#"{"metricName": "Root", "metricNamespace": "CIS", "metricValue": "1"}"#).unwrap();
        let alarm = Json::parse(
            r#"{"MetricName": "Root", "Namespace": "CIS", "Statistic": "Sum", "Period": 300, "EvaluationPeriods": 1,
                "Threshold": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "TreatMissingData": "notBreaching"}"#,
        )
        .unwrap();
        let (Json::Object(mut transformation), Json::Object(mut alarm)) = (transformation, alarm) else {
            return Truth::No;
        };
        let object = if field.starts_with(char::is_lowercase) { &mut transformation } else { &mut alarm };
        put(object, field, Json::parse(value).unwrap());
        raised_by_one(&Json::Object(transformation), &Json::Object(alarm))
    }

    #[test]
    fn one_event_raises_it_or_not() {
        for (field, value, wanted) in [
            ("Period", "60", Truth::Yes),
            ("Threshold", "0.5", Truth::Yes),
            ("Statistic", "\"SampleCount\"", Truth::Yes),
            ("DatapointsToAlarm", "1", Truth::Yes),
            ("TreatMissingData", "\"missing\"", Truth::Yes),
            ("defaultValue", "0", Truth::Yes),
            ("Unit", "\"None\"", Truth::Yes),
            ("MetricName", "\"Other\"", Truth::No),
            ("Namespace", "\"Other\"", Truth::No),
            ("Threshold", "2", Truth::No),
            ("ComparisonOperator", "\"GreaterThanThreshold\"", Truth::No),
            ("ComparisonOperator", "\"LessThanThreshold\"", Truth::No),
            ("EvaluationPeriods", "3", Truth::No),
            ("TreatMissingData", "\"breaching\"", Truth::No),
            ("defaultValue", "1", Truth::No),
            ("metricValue", "\"0\"", Truth::No),
            ("Dimensions", r#"[{"Name": "a", "Value": "b"}]"#, Truth::No),
            ("dimensions", r#"{"a": "$.b"}"#, Truth::No),
            ("Unit", "\"Bytes\"", Truth::No),
            ("metricValue", "\"$.size\"", Truth::Unclear),
            ("Statistic", "\"p99\"", Truth::Unclear),
            ("TreatMissingData", "\"ignore\"", Truth::Unclear),
            ("ThresholdMetricId", "\"ad1\"", Truth::Unclear),
            ("ComparisonOperator", "\"GreaterThanUpperThreshold\"", Truth::Unclear),
        ] {
            assert_eq!(raised(field, value), wanted, "{field} {value}");
        }
    }
}
