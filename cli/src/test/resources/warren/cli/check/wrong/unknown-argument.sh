#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock size=3
srun ./simulation
