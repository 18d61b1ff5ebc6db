#!/bin/bash
#DW create_persistent type=lustre capacity=1TB name=keep
#DW jobdw type=gfs2 capacity=10GB name=red-rock
srun ./simulation
