#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW jobdw type=lustre capacity=1TB name=red-rock
srun ./simulation
