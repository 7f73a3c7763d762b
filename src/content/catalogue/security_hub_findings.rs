//! How findings of Security Hub are asked for, in more than one control.

/// The active findings of Security Hub's own controls, whatever their status.
pub const FINDINGS_OF_CONTROLS: &str = r#"{"ProductName":[{"Value":"Security Hub","Comparison":"PREFIX"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;

/// Findings in the shape of the plain answer, without what `Resources[].Details` holds: environment values of
/// CodeBuild, Lambda and ECS stand there, secrets included.
pub const FINDINGS_WITHOUT_DETAILS: &str = "{Findings:Findings[].{Id:Id,ProductArn:ProductArn,GeneratorId:GeneratorId,AwsAccountId:AwsAccountId,Region:Region,Title:Title,RecordState:RecordState,Workflow:Workflow,Severity:Severity,UpdatedAt:UpdatedAt,LastObservedAt:LastObservedAt,Compliance:Compliance.{Status:Status,SecurityControlId:SecurityControlId,AssociatedStandards:AssociatedStandards},ProductFields:ProductFields.{ControlId:ControlId,RuleId:RuleId,StandardsArn:StandardsArn,StandardsGuideArn:StandardsGuideArn},Resources:Resources[].{Type:Type,Id:Id}}}";
