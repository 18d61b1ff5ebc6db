#!/bin/bash
#DW jobdw type=gfs2 capacity=1GB name=my-scratch
#DW container name=c-one profile=mpich DW_JOB_scratch=my-scratch
