"""Prints the JSON Schema of a Compliance Finding of OCSF 1.8.0 with the profile "cloud", as the makers define it."""

import json

from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

schema = OcsfJsonSchemaEmbedded(get_ocsf_schema(version="1.8.0"))
print(json.dumps(schema.get_class_schema(class_name="compliance_finding", profiles=["cloud"])))
