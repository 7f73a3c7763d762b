//! Which checks of Security Hub CSPM and of Prowler say something of which control, and how far they decide.
//!
//! Sources: the control references of Security Hub, and the checks of Prowler 3.0 to 5.46 (read 2026-11-30).

/// How far a scanner's check decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decides {
    /// It looks at the same: its fail is ours, and with the other ones of this kind its pass is, too.
    Both,
    /// It looks at a part, or at more than the control asks: only its fail is ours.
    Fail,
    /// It is stricter: its pass is ours, where all its results are, and settles the control without the others.
    Pass,
    /// It looks at a part, and asks for more there: neither is ours.
    Neither,
    /// It is about somebody else, but its fail of the root user's own row is ours; nothing else of it says anything.
    RootFail,
}

use Decides::{Both, Fail, Neither, Pass, RootFail};

pub(super) type Checks = &'static [(&'static str, Decides)];

/// A control, and what scanners look at of it.
pub(super) struct Row {
    pub control: &'static str,
    pub security_hub: Checks,
    pub prowler: Checks,
    /// Whether it has to be looked at in every Region.
    pub regional: bool,
    /// It speaks of IAM users: what is of the root user does not count.
    pub of_users: bool,
}

const fn row(control: &'static str, regional: bool, security_hub: Checks, prowler: Checks) -> Row {
    Row { control, security_hub, prowler, regional, of_users: false }
}

const fn of_users(row: Row) -> Row {
    Row { of_users: true, ..row }
}

/// By control, in no order.
pub(super) const TABLE: &[Row] = &[
    // Prowler's account_security_contact_information_is_registered is always MANUAL; the check of "different contact
    // details" counts one missing contact as a fourth name, and passes: no row.
    row("contact-security-alternate", false, &[("Account.1", Both)], &[]),
    row(
        "root-signin-alert",
        false,
        &[("CloudWatch.1", Pass)],
        // It looks for a filter and an alarm on its metric, not whether the alarm tells anybody, and knows no rule.
        &[("cloudwatch_log_metric_filter_root_usage", Neither)],
    ),
    row(
        "ir-runbook-and-support-access",
        false,
        // Users, groups and roles count.
        &[("IAM.18", Fail)],
        // Roles only: a group or a user serves.
        &[("iam_support_role_created", Neither)],
    ),
    row(
        "cloudtrail-multi-region",
        false,
        // CloudTrail.3: any trail will do.
        &[("CloudTrail.1", Pass), ("CloudTrail.3", Fail)],
        &[
            // One result a Region; a trail of that Region alone passes, whatever it records.
            ("cloudtrail_multi_region_enabled", Fail),
            // It fails an advanced selector that has another name than the console's, and a selector for reads
            // beside one for writes.
            ("cloudtrail_multi_region_enabled_logging_management_events", Neither),
        ],
    ),
    row(
        "cloudtrail-log-protection",
        false,
        &[("CloudTrail.4", Both), ("CloudTrail.6", Both)],
        &[
            ("cloudtrail_log_file_validation_enabled", Fail),
            // It sees the ACL for everybody, but no policy, and no block that ignores the ACL.
            ("cloudtrail_logs_s3_bucket_is_not_publicly_accessible", Neither),
        ],
    ),
    row("config-recording", true, &[("Config.1", Pass)], &[("config_recorder_all_regions_enabled", Neither)]),
    // It passes any standard or integration; it fails what is off, or has neither.
    row("securityhub-cspm-enabled", true, &[], &[("securityhub_enabled", Fail)]),
    row("guardduty-enabled-all-regions", true, &[("GuardDuty.1", Both)], &[("guardduty_is_enabled", Both)]),
    row(
        "access-analyzer-external",
        true,
        &[("IAM.28", Both)],
        // One result an analyzer, of whatever kind: it passes one of unused access, and fails one that is being made
        // or has failed beside a good one.
        &[("accessanalyzer_enabled", Neither)],
    ),
    row(
        "iam-root-mfa",
        false,
        &[("IAM.9", Both), ("IAM.6", Pass)],
        // No result where root has no credentials.
        &[("iam_root_mfa_enabled", Both), ("iam_root_hardware_mfa_enabled", Pass)],
    ),
    row(
        "iam-root-no-access-key",
        false,
        &[("IAM.4", Both)],
        &[
            // Prowler does not see an inactive key.
            ("iam_no_root_access_key", Fail),
            // All go through root's row of the credential report, too, and fail active keys only.
            ("iam_rotate_access_key_90_days", RootFail),
            ("iam_user_accesskey_unused", RootFail),
            ("iam_user_two_active_access_key", RootFail),
            ("iam_user_no_setup_initial_access_key", RootFail),
        ],
    ),
    of_users(row(
        "iam-user-mfa",
        false,
        // IAM.19: users without a password as well.
        &[("IAM.5", Both), ("IAM.19", Pass)],
        &[("iam_user_mfa_enabled_console_access", Both)],
    )),
    of_users(row(
        "iam-unused-credentials",
        false,
        &[("IAM.22", Both), ("IAM.8", Fail)],
        // Both pass what was never used.
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
        // It fails policies that nobody has, too, and looks at no inline one.
        &[("IAM.1", Neither)],
        &[
            // Both pass what could not be read and "*" among other resources, and fail what a condition, a Deny or
            // NotAction takes away again.
            ("iam_customer_attached_policy_no_administrative_privileges", Neither),
            ("iam_inline_policy_no_administrative_privileges", Neither),
            // By the policy's name.
            ("iam_user_administrator_access_policy", Fail),
        ],
    ),
    row(
        "key-leak-prevention",
        true,
        &[("CodeBuild.2", Fail)],
        // It fails whatever looks like a secret, and passes a key that does not.
        &[("codebuild_project_no_secrets_in_variables", Neither)],
    ),
    row(
        "iam-password-policy",
        false,
        // IAM.11 to .14 are the four kinds of IAM.7, one by one (CIS 1.2). IAM.10 and IAM.17 want an end of passwords.
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
    // It fails who has just signed in to set up MFA, too, and passes everything older than a day.
    row("iam-root-not-used-daily", false, &[], &[("iam_avoid_root_usage", Neither)]),
    // It fails a key that has an end, or is inactive, too, and looks at no other service.
    row("iam-service-specific-keys", false, &[], &[("bedrock_api_key_no_long_term_credentials", Neither)]),
    // Prowler looks at two of the four settings.
    row("s3-account-block-public", false, &[("S3.1", Both)], &[("s3_account_level_public_access_blocks", Fail)]),
    row(
        "ec2-no-open-admin-ports",
        true,
        // All look for 0.0.0.0/0 and ::/0 alone: no internet in pieces, no prefix list.
        &[("EC2.19", Fail), ("EC2.13", Fail), ("EC2.14", Fail), ("EC2.53", Fail), ("EC2.54", Fail)],
        // Groups that nothing uses have no result, a group with all ports open passes the others. Only checks whose
        // ports are all of our list: not those of Cassandra, CIFS, Kafka, Kerberos, LDAP, Memcached, MongoDB, Oracle
        // and Redis, nor "any port".
        &[
            ("ec2_securitygroup_allow_ingress_from_internet_to_all_ports", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21", Fail),
            // Its name up to 5.11.
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_ftp_port_20_21", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434", Fail),
            ("ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23", Fail),
            // By the groups of each instance, with a public address or without.
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
        // It looks at HttpTokens alone: it fails an instance whose metadata is off.
        &[("EC2.8", Pass)],
        &[("ec2_instance_imdsv2_enabled", Both)],
    ),
    row(
        "snapshots-not-public",
        true,
        &[("EC2.1", Both), ("RDS.1", Both), ("DocumentDB.3", Fail), ("Neptune.3", Fail)],
        // All pass a snapshot whose sharing could not be read. RDS lists the cluster snapshots of all three engines.
        &[
            ("ec2_ebs_public_snapshot", Fail),
            ("rds_snapshots_public_access", Fail),
            ("documentdb_cluster_public_snapshot", Fail),
            ("neptune_cluster_public_snapshot", Fail),
        ],
    ),
    // It wants an open group and a public subnet, too.
    row("rds-not-public", true, &[("RDS.2", Both)], &[("rds_instance_no_public_access", Fail)]),
    // SSM.4: a document is public today, block or no block. Prowler's check fails shared ones as well: no row.
    row("ssm-block-public-sharing", true, &[("SSM.7", Both), ("SSM.4", Neither)], &[]),
];
