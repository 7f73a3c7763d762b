//! `rds-not-public`: is any DB instance publicly accessible?

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};

pub(super) fn judge(w: &mut VerdictBuilder<'_>) {
    w.in_regions("rds describe-db-instances", |w, output, region| {
        let Some(instances) = w.list(output, "DBInstances") else {
            return;
        };
        for instance in instances.iter().filter(|instance| instance.words("DBInstanceStatus") != "deleting") {
            let name = instance.words("DBInstanceIdentifier");
            match instance.flag("PubliclyAccessible") {
                Some(false) => {}
                Some(true) => w.fail(
                    &output.origin,
                    say(
                        format!("{region}: DB インスタンス {name} は、パブリックアクセスが可能な設定です。"),
                        format!("{region}: DB instance {name} is publicly accessible."),
                    ),
                ),
                None => w.doubt(
                    &output.origin,
                    say(
                        format!("{region}: DB インスタンス {name} の PubliclyAccessible を読み取れません。"),
                        format!("{region}: DB instance {name} does not say whether it is PubliclyAccessible."),
                    ),
                ),
            }
        }
        if !is_all(w, output, &["--db-instance-identifier", "--filters"]) {
            return;
        }
        let count = instances.len();
        w.pass(
            &output.origin,
            say(
                format!("{region}: DB インスタンス {count} 台を確認しました。"),
                format!("{region}: {count} DB instance(s) looked at."),
            ),
        );
    });
}
