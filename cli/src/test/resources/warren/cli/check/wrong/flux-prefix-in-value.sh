#DW copy_out source=/lus/a#DW copy destination=/lus/b
