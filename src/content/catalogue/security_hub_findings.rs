//! Arguments to get the findings of Security Hub, shared by several controls.

/// Filter: the active findings of Security Hub's own controls, with any status.
pub const FINDINGS_OF_CONTROLS: &str = r#"{"ProductName":[{"Value":"Security Hub","Comparison":"PREFIX"}],"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}"#;

/// Query: the findings in their usual structure, without `Resources[].Details`, which contains environment values of
/// CodeBuild, Lambda and ECS, secrets included.
pub const FINDINGS_WITHOUT_DETAILS: &str = "{Findings:Findings[].{Id:Id,ProductArn:ProductArn,GeneratorId:GeneratorId,AwsAccountId:AwsAccountId,Region:Region,Title:Title,RecordState:RecordState,Workflow:Workflow,Severity:Severity,UpdatedAt:UpdatedAt,LastObservedAt:LastObservedAt,Compliance:Compliance.{Status:Status,SecurityControlId:SecurityControlId,AssociatedStandards:AssociatedStandards},ProductFields:ProductFields.{ControlId:ControlId,RuleId:RuleId,StandardsArn:StandardsArn,StandardsGuideArn:StandardsGuideArn},Resources:Resources[].{Type:Type,Id:Id}}}";
