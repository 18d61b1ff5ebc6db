#!/bin/bash
#DW jobdw type=gfs2 capacity=99999999999TB name=red-rock
srun ./simulation
