#!/bin/bash
#DW jobdw type=gfs2 capacity=10G name=red-rock
srun ./simulation
