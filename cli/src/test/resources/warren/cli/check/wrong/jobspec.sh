{"version": 9999,
 "resources": [{"type": "node", "count": 2}],
 "attributes": {"system": {"dw": ["xfs_small", "#DW jobdw type=gfs2 capacity=10GB nam=x"]}}}
