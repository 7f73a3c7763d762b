//! `rds-not-public`: is any DB instance publicly accessible?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::quantity;

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.in_regions("rds describe-db-instances", |verdict, output, region| {
        let Some(instances) = verdict.list(output, "DBInstances") else {
            return;
        };
        for instance in instances.iter().filter(|instance| instance.words("DBInstanceStatus") != "deleting") {
            let name = instance.words("DBInstanceIdentifier");
            match instance.flag("PubliclyAccessible") {
                Some(false) => {}
                Some(true) => verdict.fail(
                    &output.origin,
                    say(
                        format!("{region}: DB インスタンス {name} は、パブリックアクセスが可能な設定です。"),
                        format!("{region}: DB instance {name} is publicly accessible."),
                    ),
                ),
                None => verdict.doubt(
                    &output.origin,
                    say(
                        format!("{region}: DB インスタンス {name} の PubliclyAccessible を読み取れません。"),
                        format!("{region}: DB instance {name} does not say whether it is PubliclyAccessible."),
                    ),
                ),
            }
        }
        if !is_all(verdict, output, &["--db-instance-identifier", "--filters"]) {
            return;
        }
        let count = instances.len();
        verdict.pass(
            &output.origin,
            say(
                format!("{region}: DB インスタンス {count} 台を確認しました。"),
                format!("{region}: {} looked at.", quantity(count, "DB instance")),
            ),
        );
    });
}
