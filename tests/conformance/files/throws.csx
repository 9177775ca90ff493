var fine = 1;
throw new Exception("from the file");
