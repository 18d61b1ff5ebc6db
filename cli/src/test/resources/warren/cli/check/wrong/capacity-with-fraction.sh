#!/bin/bash
#DW jobdw type=gfs2 capacity=1.5TB name=red-rock
srun ./simulation
