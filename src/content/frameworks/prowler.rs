//! Checks of Prowler.

use super::framework::Framework;

pub(super) const FRAMEWORK: Framework = Framework {
    field: "prowler",
    title: "Prowler",
    url: "https://hub.prowler.com/",
    rows: &[
        ("contact-info-current", &["account_maintain_current_contact_details"]),
        (
            "contact-security-alternate",
            &[
                "account_security_contact_information_is_registered",
                "account_maintain_different_contact_details_to_security_billing_and_operations",
            ],
        ),
        ("root-signin-alert", &["cloudwatch_log_metric_filter_root_usage"]),
        ("ir-runbook-and-support-access", &["iam_support_role_created"]),
        (
            "cloudtrail-multi-region",
            &["cloudtrail_multi_region_enabled", "cloudtrail_multi_region_enabled_logging_management_events"],
        ),
        (
            "cloudtrail-log-protection",
            &["cloudtrail_log_file_validation_enabled", "cloudtrail_logs_s3_bucket_is_not_publicly_accessible"],
        ),
        ("config-recording", &["config_recorder_all_regions_enabled", "config_recorder_using_aws_service_role"]),
        ("securityhub-cspm-enabled", &["securityhub_enabled"]),
        ("guardduty-enabled-all-regions", &["guardduty_is_enabled"]),
        ("access-analyzer-external", &["accessanalyzer_enabled"]),
        ("iam-root-mfa", &["iam_root_mfa_enabled", "iam_root_hardware_mfa_enabled"]),
        ("iam-root-no-access-key", &["iam_no_root_access_key"]),
        ("iam-user-mfa", &["iam_user_mfa_enabled_console_access"]),
        ("iam-unused-credentials", &["iam_user_accesskey_unused", "iam_user_console_access_unused"]),
        (
            "iam-access-key-age",
            &["iam_rotate_access_key_90_days", "iam_user_two_active_access_key", "iam_user_with_temporary_credentials"],
        ),
        (
            "iam-least-privilege",
            &[
                "iam_customer_attached_policy_no_administrative_privileges",
                "iam_aws_attached_policy_no_administrative_privileges",
                "iam_inline_policy_no_administrative_privileges",
                "iam_user_administrator_access_policy",
                "iam_policy_attached_only_to_group_or_roles",
            ],
        ),
        (
            "key-leak-prevention",
            &[
                "codebuild_project_no_secrets_in_variables",
                "ecs_task_definitions_no_environment_secrets",
                "awslambda_function_no_secrets_in_variables",
                "ec2_instance_secrets_user_data",
                "ssm_document_secrets",
            ],
        ),
        ("iam-password-policy", &["iam_password_policy_minimum_length_14", "iam_password_policy_reuse_24"]),
        ("iam-root-not-used-daily", &["iam_avoid_root_usage"]),
        (
            "iam-service-specific-keys",
            &["bedrock_api_key_no_long_term_credentials", "bedrock_api_key_no_administrative_privileges"],
        ),
        ("people-short-lived", &["iam_check_saml_providers_sts"]),
        ("s3-account-block-public", &["s3_account_level_public_access_blocks", "s3_bucket_level_public_access_block"]),
        (
            "ec2-no-open-admin-ports",
            &[
                "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
                "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
                "ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
                "ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
            ],
        ),
        ("ec2-imdsv2", &["ec2_instance_imdsv2_enabled", "ec2_instance_account_imdsv2_enabled"]),
        (
            "snapshots-not-public",
            &["ec2_ebs_public_snapshot", "ec2_ebs_snapshot_account_block_public_access", "rds_snapshots_public_access"],
        ),
        ("rds-not-public", &["rds_instance_no_public_access"]),
        ("ssm-block-public-sharing", &["ssm_documents_set_as_public"]),
        (
            "workloads-patched",
            &[
                "inspector2_is_enabled",
                "ec2_instance_managed_by_ssm",
                "ssm_managed_compliant_patching",
                "elbv2_waf_acl_attached",
                "cloudfront_distributions_using_waf",
            ],
        ),
        ("regions-restricted", &["organizations_scp_check_deny_regions"]),
        ("trusted-advisor-red", &["trustedadvisor_errors_and_warnings"]),
        ("network-leftovers", &["ec2_securitygroup_not_used"]),
        ("guardduty-findings-triaged", &["guardduty_no_high_severity_findings"]),
    ],
};
