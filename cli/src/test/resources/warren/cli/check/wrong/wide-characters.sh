#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=名前 profile=Ü
srun ./simulation
