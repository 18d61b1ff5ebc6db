#!/bin/bash
#DW jobdw type=gfs2 capacity=10gb name=red-rock
srun ./simulation
