apiVersion: dataworkflowservices.github.io/v1alpha7
kind: Workflow
metadata: {name: job}
spec:
  dwDirectives:
  - "#DW jobdw type=luster capacity=10GB name=red-rock"
  - #DW persistentdw name=keep
