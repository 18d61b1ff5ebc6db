#!/bin/bash
module load sim
#DW persistentdw name=keep
