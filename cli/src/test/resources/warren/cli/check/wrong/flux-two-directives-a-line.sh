#DW jobdw type=gfs2 capacity=10GB name=red-rock #DW jobdw type=xfs capacity=1GB name=red-rock
