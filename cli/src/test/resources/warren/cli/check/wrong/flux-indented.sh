   #DW jobdw type=gfs2 capacity=10 name=red-rock
