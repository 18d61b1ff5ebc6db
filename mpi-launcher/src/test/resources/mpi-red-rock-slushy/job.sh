#!/bin/bash
#DW jobdw name=my-lustre type=lustre capacity=10GB
#DW container name=my-container profile=mpi-red-rock-slushy DW_JOB_foo_local_storage=my-lustre
