"""What makes entering quick: the pieces every form of the admin is put together from."""
