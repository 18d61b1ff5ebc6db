#!/bin/bash
#DW jobdw type=luster capacity=10G nam=Red
#DW containr name=slushy
#DW copy_in source= destination
srun ./simulation
