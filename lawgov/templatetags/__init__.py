"""What our pages say besides what Django hands them."""
