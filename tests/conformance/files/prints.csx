Console.WriteLine("printed by the file");
