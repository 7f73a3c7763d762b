//! Which checks of Security Hub CSPM and of Prowler count for which control, and how far they decide.
//!
//! Sources: the control references of Security Hub, and the checks of Prowler 3.0 to 5.46 (read 2026-11-30).

/// How far a scanner's check decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decides {
    /// The same as the control: its fail is a fail, and its pass is a pass if all other checks of this kind pass.
    Both,
    /// A part of the control, or more than it asks for: only its fail counts.
    Fail,
    /// Stricter than the control: only its pass counts, if all its results pass, and then no other check is needed.
    Pass,
    /// A part of the control, and stricter there: neither its pass nor its fail counts.
    Neither,
    /// About other users, but with a row for the root user: only a fail of that row counts.
    RootFail,
}

use Decides::{Both, Fail, Neither, Pass, RootFail};

pub(super) type Checks = &'static [(&'static str, Decides)];

/// A control and the scanners' checks for it.
pub(super) struct Row {
    pub control: &'static str,
    pub security_hub: Checks,
    pub prowler: Checks,
    /// Whether every Region has to be checked.
    pub regional: bool,
    /// Whether the control is about IAM users only: results for the root user do not count.
    pub of_users: bool,
}

const fn row(control: &'static str, regional: bool, security_hub: Checks, prowler: Checks) -> Row {
    Row { control, security_hub, prowler, regional, of_users: false }
}

const fn of_users(row: Row) -> Row {
    Row { of_users: true, ..row }
}

/// One row per control, in no particular order.
pub(super) const TABLE: &[Row] = &[
    // Prowler's account_security_contact_information_is_registered is always MANUAL, and its check for different
    // contact details passes with one contact missing. So neither is used.
    row("contact-security-alternate", false, &[("Account.1", Both)], &[]),
    row(
        "root-signin-alert",
        false,
        &[("CloudWatch.1", Pass)],
        // It checks that there is a filter with an alarm, not whether the alarm notifies anybody, and ignores
        // EventBridge rules.
        &[("cloudwatch_log_metric_filter_root_usage", Neither)],
    ),
    row(
        "ir-runbook-and-support-access",
        false,
        // It counts users, groups and roles.
        &[("IAM.18", Fail)],
        // It counts roles only, although a group or a user is enough.
        &[("iam_support_role_created", Neither)],
    ),
    row(
        "cloudtrail-multi-region",
        false,
        // CloudTrail.3 accepts any trail.
        &[("CloudTrail.1", Pass), ("CloudTrail.3", Fail)],
        &[
            // One result per Region; a trail of that Region alone passes, whatever it records.
            ("cloudtrail_multi_region_enabled", Fail),
            // It fails an advanced selector whose name is not the console's, and separate selectors for reads and for
            // writes.
            ("cloudtrail_multi_region_enabled_logging_management_events", Neither),
        ],
    ),
    row(
        "cloudtrail-log-protection",
        false,
        &[("CloudTrail.4", Both), ("CloudTrail.6", Both)],
        &[
            ("cloudtrail_log_file_validation_enabled", Fail),
            // It checks the ACL, but neither the policy nor a block that makes S3 ignore the ACL.
            ("cloudtrail_logs_s3_bucket_is_not_publicly_accessible", Neither),
        ],
    ),
    row("config-recording", true, &[("Config.1", Pass)], &[("config_recorder_all_regions_enabled", Neither)]),
    // It passes with any standard or integration, and fails if Security Hub is off or has neither.
    row("securityhub-cspm-enabled", true, &[], &[("securityhub_enabled", Fail)]),
    row("guardduty-enabled-all-regions", true, &[("GuardDuty.1", Both)], &[("guardduty_is_enabled", Both)]),
    row(
        "access-analyzer-external",
        true,
        &[("IAM.28", Both)],
        // One result per analyzer of any type: it passes an analyzer for unused access, and fails one that is being
        // created or has failed, even beside an active one.
        &[("accessanalyzer_enabled", Neither)],
    ),
    row(
        "iam-root-mfa",
        false,
        &[("IAM.9", Both), ("IAM.6", Pass)],
        // Prowler gives no result if root has no credentials.
        &[("iam_root_mfa_enabled", Both), ("iam_root_hardware_mfa_enabled", Pass)],
    ),
    row(
        "iam-root-no-access-key",
        false,
        &[("IAM.4", Both)],
        &[
            // Prowler ignores inactive keys.
            ("iam_no_root_access_key", Fail),
            // These check root's row of the credential report as well, and fail active keys only.
            ("iam_rotate_access_key_90_days", RootFail),
            ("iam_user_accesskey_unused", RootFail),
            ("iam_user_two_active_access_key", RootFail),
            ("iam_user_no_setup_initial_access_key", RootFail),
        ],
    ),
    of_users(row(
        "iam-user-mfa",
        false,
        // IAM.19 includes users without a password.
        &[("IAM.5", Both), ("IAM.19", Pass)],
        &[("iam_user_mfa_enabled_console_access", Both)],
    )),
    of_users(row(
        "iam-unused-credentials",
        false,
        &[("IAM.22", Both), ("IAM.8", Fail)],
        // Both pass credentials that were never used.
        &[("iam_user_accesskey_unused", Fail), ("iam_user_console_access_unused", Fail)],
    )),
    of_users(row(
        "iam-access-key-age",
        false,
        &[("IAM.3", Fail)],
        &[("iam_rotate_access_key_90_days", Both), ("iam_user_two_active_access_key", Both)],
    )),
    row(
        "iam-least-privilege",
        false,
        // It also fails policies that are not attached, and ignores inline ones.
        &[("IAM.1", Neither)],
        &[
            // Both pass unreadable policies and "*" among other resources, and fail rights that a condition, a Deny or
            // NotAction removes again.
            ("iam_customer_attached_policy_no_administrative_privileges", Neither),
            ("iam_inline_policy_no_administrative_privileges", Neither),
            // It goes by the name of the policy.
            ("iam_user_administrator_access_policy", Fail),
        ],
    ),
    row(
        "key-leak-prevention",
        true,
        &[("CodeBuild.2", Fail)],
        // It fails anything that looks like a secret, and passes a key that does not.
        &[("codebuild_project_no_secrets_in_variables", Neither)],
    ),
    row(
        "iam-password-policy",
        false,
        // IAM.11 to IAM.14 are the four kinds of characters of IAM.7, one by one (CIS 1.2). IAM.10 and IAM.17, which
        // require passwords to expire, are not used.
        &[
            ("IAM.7", Both),
            ("IAM.15", Both),
            ("IAM.16", Both),
            ("IAM.11", Fail),
            ("IAM.12", Fail),
            ("IAM.13", Fail),
            ("IAM.14", Fail),
        ],
        &[
            ("iam_password_policy_minimum_length_14", Both),
            ("iam_password_policy_reuse_24", Both),
            ("iam_password_policy_lowercase", Both),
            ("iam_password_policy_uppercase", Both),
            ("iam_password_policy_number", Both),
            ("iam_password_policy_symbol", Both),
        ],
    ),
    // It also fails a sign-in that was just made to set up MFA, and passes everything older than a day.
    row("iam-root-not-used-daily", false, &[], &[("iam_avoid_root_usage", Neither)]),
    // It also fails keys that expire or are inactive, and covers no other service.
    row("iam-service-specific-keys", false, &[], &[("bedrock_api_key_no_long_term_credentials", Neither)]),
    // Prowler checks two of the four settings.
    row("s3-account-block-public", false, &[("S3.1", Both)], &[("s3_account_level_public_access_blocks", Fail)]),
    row(
        "ec2-no-open-admin-ports",
        true,
        // All check for 0.0.0.0/0 and ::/0 only, not for several ranges that add up to the internet, and no prefix
        // lists.
        &[("EC2.19", Fail), ("EC2.13", Fail), ("EC2.14", Fail), ("EC2.53", Fail), ("EC2.54", Fail)],
        // Unused groups have no result, and a group with all ports open passes the other checks. Only checks whose
        // ports are all in our list are used: not those of Cassandra, CIFS, Kafka, Kerberos, LDAP, Memcached, MongoDB,
        // Oracle and Redis, nor "any port".
        &[
            ("ec2_securitygroup_allow_ingress_from_internet_to_all_ports", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21", Fail),
            // The name of the previous check up to Prowler 5.11.
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_ftp_port_20_21", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23", Fail),
            // These check the groups of each instance, with a public address or without.
            ("ec2_instance_port_elasticsearch_kibana_exposed_to_internet", Fail),
            ("ec2_instance_port_ftp_exposed_to_internet", Fail),
            ("ec2_instance_port_mysql_exposed_to_internet", Fail),
            ("ec2_instance_port_postgresql_exposed_to_internet", Fail),
            ("ec2_instance_port_rdp_exposed_to_internet", Fail),
            ("ec2_instance_port_sqlserver_exposed_to_internet", Fail),
            ("ec2_instance_port_ssh_exposed_to_internet", Fail),
            ("ec2_instance_port_telnet_exposed_to_internet", Fail),
        ],
    ),
    row(
        "ec2-imdsv2",
        true,
        // It checks HttpTokens only, so it fails an instance whose metadata endpoint is off.
        &[("EC2.8", Pass)],
        &[("ec2_instance_imdsv2_enabled", Both)],
    ),
    row(
        "snapshots-not-public",
        true,
        &[("EC2.1", Both), ("RDS.1", Both), ("DocumentDB.3", Fail), ("Neptune.3", Fail)],
        // All pass snapshots whose sharing could not be read. RDS lists the cluster snapshots of all three engines.
        &[
            ("ec2_ebs_public_snapshot", Fail),
            ("rds_snapshots_public_access", Fail),
            ("documentdb_cluster_public_snapshot", Fail),
            ("neptune_cluster_public_snapshot", Fail),
        ],
    ),
    // Prowler's check fails only with an open security group and a public subnet as well.
    row("rds-not-public", true, &[("RDS.2", Both)], &[("rds_instance_no_public_access", Fail)]),
    // SSM.4 fails documents that are public now, whatever the block. Prowler's check also fails documents that are
    // merely shared, so it is not used.
    row("ssm-block-public-sharing", true, &[("SSM.7", Both), ("SSM.4", Neither)], &[]),
];
