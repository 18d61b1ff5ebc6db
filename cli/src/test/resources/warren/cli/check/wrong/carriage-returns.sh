#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=r
srun ./simulation
