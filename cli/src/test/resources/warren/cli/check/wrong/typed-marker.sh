#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=$$empty_value_123456$$
srun ./simulation
